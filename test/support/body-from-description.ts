import type { OpenAPIObject } from '@nestjs/swagger';
import { newId } from '#libs/platform/database';

type Method = 'post' | 'put' | 'patch' | 'get' | 'delete';

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly example?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** What a text of each format may be. */
const TEXTS: Readonly<Record<string, () => string>> = { uuid: newId, date: () => '2026-03-16' };

/** Makes bodies that the description of the API calls valid: what must be stated, and nothing else. */
export class BodyFromDescription {
  constructor(private readonly document: OpenAPIObject) {}

  /** @returns a body for the operation; `undefined` where it takes none. */
  of(path: string, method: Method): Record<string, unknown> | undefined {
    const schema = this.schemaOf(path, method);
    return schema && (this.valueOf(schema) as Record<string, unknown>);
  }

  /** @returns whether the operation’s body may state the property. */
  takes(path: string, method: Method, property: string): boolean {
    const schema = this.schemaOf(path, method);
    const { properties = {} } = schema?.$ref === undefined ? (schema ?? {}) : this.named(schema.$ref);
    return property in properties;
  }

  private schemaOf(path: string, method: Method): Schema | undefined {
    const body = this.document.paths[path]?.[method]?.requestBody as
      | { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
      | undefined;
    return body?.content['application/json']?.schema;
  }

  private valueOf(schema: Schema): unknown {
    const { $ref, allOf, example } = schema;
    if (example !== undefined) return example;
    if ($ref !== undefined) return this.valueOf(this.named($ref));
    if (allOf?.[0]) return this.valueOf(allOf[0]);
    if (schema.enum) return schema.enum[0];
    return this.plain(schema);
  }

  private plain(schema: Schema): unknown {
    const { type, format = '', items, minimum } = schema;
    if (type === 'array') return items ? [this.valueOf(items)] : [];
    if (type === 'object') return this.required(schema);
    if (type === 'string') return TEXTS[format]?.() ?? 'x';
    return type === 'boolean' ? true : (minimum ?? 1);
  }

  private required({ required = [], properties = {} }: Schema): Record<string, unknown> {
    return Object.fromEntries(required.map((name) => [name, this.valueOf(properties[name] ?? {})]));
  }

  private named(reference: string): Schema {
    const name = reference.split('/').at(-1) ?? '';
    return (this.document.components?.schemas?.[name] ?? {}) as Schema;
  }
}
