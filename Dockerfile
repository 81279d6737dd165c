# The bot in a small image: compiled in one stage, its packages in another, and only what runs in the last.
# The base is the long-term line of Node.js by its exact version. Where you build, pin it by digest as well:
# `docker buildx imagetools inspect node:26.10.0-slim` shows the one to append.

FROM node:26.10.0-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --include=dev --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src src
COPY adapters adapters
COPY schedules schedules
RUN node node_modules/typescript/bin/tsc -p tsconfig.build.json && rm dist/.tsbuildinfo

FROM node:26.10.0-slim AS packages
# With `--build-arg SANDBOX=on` the image can be tried out without a chat platform.
ARG SANDBOX=off
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts
COPY --from=build /app/dist dist
COPY adapters/sandbox/page/browser adapters/sandbox/page/browser
COPY scripts/prune-production.mjs /tmp/
# Half of the packages and more is never loaded; the script says what, and why.
RUN node /tmp/prune-production.mjs . --sandbox=$SANDBOX && mkdir -p adapters

FROM node:26.10.0-slim
# Everything is written below /data: the root file system may be read-only.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=packages /app/dist dist
COPY --from=packages /app/adapters adapters
COPY package.json LICENSE ./
RUN mkdir -m 700 /data && chown 1000:1000 /data
VOLUME /data
# By number, so that an orchestrator can tell that it is not root; 1000 is "node".
USER 1000:1000
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The bot itself is process 1: it starts no others, and stops in order on SIGTERM.
CMD ["node", "--max-semi-space-size=4", "--enable-source-maps", "dist/src/main.js"]
