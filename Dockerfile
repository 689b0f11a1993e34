# The boards' firmware, by PlatformIO, whose compilers are large and stay behind in this stage. A board that does not build
# gets no image, and the dashboard says so: it keeps nobody from having a hub.
FROM python:3.13-slim-trixie AS firmware
RUN pip install --no-cache-dir platformio==6.1.18
WORKDIR /firmware
COPY firmware .
RUN mkdir -p .pio/build \
 && { pio run || echo "NOT EVERY BOARD'S FIRMWARE WAS BUILT: there are no images for those that failed above."; } \
 && boot="$(find /root/.platformio -name boot_app0.bin 2>/dev/null | head -n 1)" \
 && if [ -n "$boot" ]; then for built in .pio/build/*/partitions.bin; do if [ -f "$built" ]; then cp "$boot" "$(dirname "$built")"; fi; done; fi

# Everything else that compiles: SQLite where no ready binary can be had, the hub and the dashboard.
FROM node:24-trixie-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 make g++ \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /mooring
COPY package.json package-lock.json ./
COPY scripts scripts
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN npm run build
COPY --from=firmware /firmware/.pio/build firmware-built
RUN mkdir images && node scripts/pack-images.mjs firmware-built images
# Only what the hub loads at run time: its binary modules, and of the web server's binaries this platform's.
RUN npm prune --omit=dev --no-audit --no-fund && node scripts/slim.mjs

FROM node:24-trixie-slim
WORKDIR /mooring
ENV NODE_ENV=production MOORING_DATA=/data
COPY --from=build /mooring/package.json ./
COPY --from=build /mooring/node_modules node_modules
COPY --from=build /mooring/dist dist
COPY --from=build /mooring/build build
COPY --from=build /mooring/images images
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.MOORING_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/hub.js"]
