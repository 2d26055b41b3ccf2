import { Injectable, SetMetadata, type Type } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type JobDefinition, type JobHandler } from './job.js';

const HANDLED_JOB = Symbol('handled job');

/** A job and what does it, as one piece: the payload's type is known inside only. */
export interface CatalogueEntry {
  readonly job: JobDefinition;
  /** Absent where jobs are only asked for. */
  readonly handler?: JobHandler;
}

/**
 * Marks a provider as the one that does a job: `@HandlesJob(REFRESH) class RefreshHandler implements JobHandler<…>`. It is
 * enough to list the class among the providers of its module.
 */
export function HandlesJob<P extends object>(job: JobDefinition<P>) {
  return (target: Type<JobHandler<P>>): void => {
    SetMetadata(HANDLED_JOB, job)(target);
  };
}

/** Every job that this process knows, by name. */
@Injectable()
export class JobCatalogue {
  private readonly entries = new Map<string, CatalogueEntry>();

  constructor(private readonly discovery: DiscoveryService) {}

  /** Reads the providers marked by `HandlesJob`; called when all modules are initialised. */
  collect(): void {
    for (const { instance } of this.discovery.getProviders()) {
      const marked: unknown = isObject(instance) ? Reflect.getMetadata(HANDLED_JOB, instance.constructor) : undefined;
      if (marked) this.register(marked as JobDefinition, instance as JobHandler);
    }
  }

  /**
   * Adds a job that is asked for here and done in another process, or whose handler is not a provider.
   * @throws Error when the name or the topic is taken by another job, or the job by another handler.
   */
  register<P extends object>(job: JobDefinition<P>, handler?: JobHandler<P>): void {
    const entry = { job, handler } as CatalogueEntry;
    this.requireFree(entry);
    const known = this.entries.get(job.name);
    this.entries.set(job.name, handler ? entry : (known ?? entry));
  }

  private requireFree({ job, handler }: CatalogueEntry): void {
    const known = this.entries.get(job.name);
    if (known && known.job !== job) throw new Error(`two jobs are named ${job.name}`);
    if (known?.handler && handler && known.handler !== handler) throw new Error(`two handlers do the job ${job.name}`);
    const rival = job.topic === undefined ? undefined : this.findByTopic(job.topic);
    if (rival && rival !== job) throw new Error(`two jobs work off the topic ${rival.topic}`);
  }

  find(name: string): CatalogueEntry | undefined {
    return this.entries.get(name);
  }

  findByTopic(topic: string): JobDefinition | undefined {
    return this.jobs().find((job) => job.topic === topic);
  }

  jobs(): JobDefinition[] {
    return [...this.entries.values()].map(({ job }) => job);
  }

  /** @returns the names of the queues, sorted. @param handled only those whose jobs are done in this process. */
  queues(handled = false): string[] {
    const entries = [...this.entries.values()].filter(({ handler }) => !handled || handler);
    return [...new Set(entries.map(({ job }) => job.queue))].sort();
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
