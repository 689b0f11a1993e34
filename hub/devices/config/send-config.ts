import { createHash } from 'node:crypto';
import { create, toBinary } from '@bufbuild/protobuf';
import { LIMITS } from '../../../protocol/dashboard/limits.ts';
import {
	type Configure,
	ConfigurePartSchema,
	ConfigureSchema,
	FromHubSchema,
	type FromHub,
} from '../../../protocol/device_pb.ts';
import type { BoardCapacity } from './capacity.ts';

/** Bytes of a part's data: firmware/core/generated/device.options has no room for more. */
const PART_BYTES = 896;

/**
 * The messages that bring a configuration to a board, in their order: one if it fits, parts otherwise. Undefined if the
 * board has no room for it.
 */
export function configMessages(configure: Configure, { configBytes }: BoardCapacity): FromHub['message'][] | undefined {
	const message = { case: 'configure', value: configure } as const;
	if (toBinary(FromHubSchema, create(FromHubSchema, { message })).length <= LIMITS.messageBytes) return [message];
	const whole = toBinary(ConfigureSchema, configure);
	if (configBytes === null || whole.length > configBytes) return undefined;
	const { revision } = configure;
	const sha256 = createHash('sha256').update(whole).digest();
	return Array.from({ length: Math.ceil(whole.length / PART_BYTES) }, (_, index) => {
		const offset = index * PART_BYTES;
		const data = whole.subarray(offset, offset + PART_BYTES);
		const value = create(ConfigurePartSchema, { revision, size: whole.length, sha256, offset, data });
		return { case: 'configurePart', value } as const;
	});
}
