import { create } from '@bufbuild/protobuf';
import { encodeConfigFile } from '../../../protocol/config-file.ts';
import type { DevicePlan } from '../../../protocol/dashboard/plan.ts';
import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { BoardConfigSchema } from '../../../protocol/device_pb.ts';
import { type Place, configureOf } from '../../devices/config/encode-config.ts';

/** The file a fresh board needs to register; it holds the registration key and the Wi-Fi password in the clear. */
export function makeConfigFile(options: {
	board: string;
	name: string;
	keyId: Uint8Array;
	key: Uint8Array;
	hubId: Uint8Array;
	hubs: { host: string; port: number }[];
	wifi?: Wifi | undefined;
	plan: DevicePlan;
	place?: Place | undefined;
}): Uint8Array {
	const { plan, place, wifi, ...rest } = options;
	return encodeConfigFile(
		create(BoardConfigSchema, {
			...rest,
			wifi: wifi ? [wifi] : [],
			configure: configureOf({ board: rest.board, revision: 0, plan, place }),
		}),
	);
}
