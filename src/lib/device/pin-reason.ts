import type { Pin } from '$protocol/dashboard/boards.ts';
import { pinWords } from '$words/device/pins.ts';

/** Why a pin is warned about or refused. A newer hub's code is unknown here, so its English sentence is shown. */
export function pinReason({ reason, reasonCode }: Pin): string | undefined {
	return reasonCode === undefined ? reason : Object.hasOwn(pinWords, reasonCode) ? pinWords[reasonCode] : reason;
}
