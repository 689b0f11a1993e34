import { runTypescript } from './lib/run-typescript.mjs';

// `node scripts/pack-images.mjs .pio/build images`: firmware images for the hub of what PlatformIO has built.
process.exit(await runTypescript('hub/firmware-images/pack-images-cli.ts', process.argv.slice(2)));
