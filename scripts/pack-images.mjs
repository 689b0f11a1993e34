import { runTypescript } from './lib/run-typescript.mjs';

// `node scripts/pack-images.mjs .pio/build images`: makes firmware images for the hub from what PlatformIO has built.
process.exit(await runTypescript('hub/firmware-images/pack-images-cli.ts', process.argv.slice(2)));
