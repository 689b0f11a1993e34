# The boards' firmware, by PlatformIO, whose compilers are large and stay behind in this stage. `optional`: a board whose
# firmware does not build has none, and the dashboard says so; the hub does not wait for it. `required`: then there is no hub
# image either. `none`: nothing is built.
FROM python:3.13-slim-trixie AS firmware
ARG FIRMWARE=optional
WORKDIR /firmware
COPY firmware/constraints.txt .
RUN pip install --no-cache-dir -c constraints.txt platformio==6.1.19
# Compilers and libraries are fetched anew only where they are others.
COPY firmware/platformio.ini firmware/partitions.csv firmware/without_nanopb_generator.py ./
RUN if [ "$FIRMWARE" != none ]; then pio pkg install || [ "$FIRMWARE" = optional ]; fi
COPY firmware .
RUN mkdir -p .pio/build licences \
 && case "$FIRMWARE" in \
      required) pio run || { echo "Not every board's firmware was built: --build-arg FIRMWARE=optional goes on without." >&2; exit 1; } ;; \
      optional) pio run || echo "NOT EVERY BOARD'S FIRMWARE WAS BUILT: there are no images for those that failed above." ;; \
      none) ;; \
      *) echo "FIRMWARE is required, optional or none, not $FIRMWARE." >&2; exit 1 ;; \
    esac
# What else the ESP32s are flashed with, and under which terms others let their parts be passed on.
RUN packages=/root/.platformio/packages \
 && for built in .pio/build/*/partitions.bin; do \
      if [ -f "$built" ]; then cp "$packages/framework-arduinoespressif32/tools/partitions/boot_app0.bin" "$(dirname "$built")"; fi; \
    done \
 && for file in "$packages"/framework-arduino*/LICENSE* .pio/libdeps/*/*/LICENSE* .pio/libdeps/*/*/*/LICENSE*; do \
      name="${file#"$packages"/}" && name="${name#.pio/libdeps/*/}"; \
      if [ -f "$file" ]; then cp "$file" "licences/$(echo "$name" | tr / -)"; fi; \
    done

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
COPY --from=firmware /firmware/licences images/licences
RUN node scripts/pack-images.mjs firmware-built images
# The same images as one file, for hubs without Docker: `docker build --target firmware-pack --output . .`
RUN mkdir firmware-pack && if ls images/*/manifest.json > /dev/null 2>&1; then node scripts/firmware.mjs pack images firmware-pack; fi
# Only what the hub loads at run time: its binary modules, and of the web server's binaries this platform's.
RUN npm prune --omit=dev --no-audit --no-fund && node scripts/slim.mjs

FROM scratch AS firmware-pack
COPY --from=build /mooring/firmware-pack /

FROM node:24-trixie-slim
WORKDIR /mooring
ENV NODE_ENV=production MOORING_DATA=/data
# Memory that was freed goes back to the machine: by default every thread keeps a pool of its own.
ENV MALLOC_ARENA_MAX=1 MALLOC_MMAP_THRESHOLD_=131072
COPY --from=build /mooring/package.json ./
COPY --from=build /mooring/node_modules node_modules
COPY --from=build /mooring/dist dist
COPY --from=build /mooring/build build
COPY --from=build /mooring/images images
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080 8443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.MOORING_PORT || 8080}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=2", "dist/hub.js"]
