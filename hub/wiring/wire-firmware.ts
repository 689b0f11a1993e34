import { join } from 'node:path';
import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import type { Clock, Timer } from '../base/clock.ts';
import type { Random } from '../base/random.ts';
import { BUILT } from '../built-files.ts';
import type { Claims } from '../claims/claims.ts';
import type { Devices } from '../devices/devices.ts';
import { firmwareRoutes } from '../doors/routes/firmware.ts';
import { imageRoutes } from '../doors/routes/images.ts';
import type { Route } from '../doors/server/route.ts';
import { Images } from '../firmware-images/images.ts';
import { loadPacks } from '../firmware-images/packs/load-packs.ts';
import { Packs } from '../firmware-images/packs/packs.ts';
import { keepPacksTidy, tidyPacks } from '../firmware-images/packs/tidy-packs.ts';
import { FirmwareSources } from '../firmware-images/project/firmware-sources.ts';
import { DATA_FILES } from '../store/data-files.ts';

interface WiredFirmware {
	images: Images;
	packs: Packs;
	/** Removes the packs that nobody needs, now and later; call when the history records. */
	begin(): Promise<Timer>;
	routes(claims: Claims): Route[];
}

/** The firmware that the hub has for boards: by hand in the data folder, in uploaded packs, and what it came with. */
export function wireFirmware(
	data: string,
	devices: Devices,
	options: { clock: Clock; random: Random; log: Logger; firmwareSources: string | undefined },
): WiredFirmware {
	const { clock, random, log, firmwareSources } = options;
	const running = () =>
		[...devices.byId.values()].flatMap(({ record: { board }, firmware }) =>
			firmware === null ? [] : { board, firmware },
		);
	const packs = new Packs({ clock, random, log, data, version: packageJson.version, running });
	const places = { folder: join(data, DATA_FILES.images), hub: BUILT.images };
	const newestFirst = () => [...packs.byId.values()].toSorted((a, b) => b.order - a.order);
	const images = new Images(
		() => [[places.folder], [...newestFirst().map((pack) => packs.imagesOf(pack)), places.hub]],
		log,
	);
	loadPacks(packs);
	const sources = new FirmwareSources(firmwareSources ?? BUILT.firmwareSources);
	return {
		images,
		packs,
		async begin() {
			await tidyPacks(packs);
			return keepPacksTidy(packs);
		},
		routes: (claims) => [...imageRoutes({ claims, images, sources }), ...firmwareRoutes({ packs, images, places })],
	};
}
