import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { capacityOf } from './capacity.ts';
import { configApplied } from './config-applied.ts';
import { configureOf } from './encode-config.ts';
import { type WireHold, holdOf, wireHold } from './hold.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';
import { configMessages } from './send-config.ts';

/** The words of a board that has no room for it: `ConfigStore::TOO_LARGE` of the firmware. */
const TOO_LARGE = 'It holds more than this board has room for.';

/** Sends a connected board its configuration if it runs another one. Other boards are sent it when they connect. */
export function pushConfig(devices: Devices, device: LiveDevice): void {
	const { record, link } = device;
	const { revision, appliedRevision, plan } = record;
	if (!link || device.presence !== 'online' || revision === appliedRevision || device.sentRevision === revision) return;
	const wifi = secondWifi(devices, device);
	device.sentRevision = revision;
	const place = devices.options.place();
	const hold = presentHold(devices, device);
	const configure = configureOf({ board: record.board, revision, plan, place, wifi, hold });
	const messages = configMessages(configure, capacityOf(device));
	// The board has older firmware than when this was stored: nothing to send, but people are told.
	if (!messages) return void configApplied(devices, device, { revision, error: TOO_LARGE });
	for (const message of messages) link.send(message);
}

/** What holds the device's schedules now, as its board is told. */
export function presentHold(devices: Devices, { record }: LiveDevice): WireHold {
	const { clock, house } = devices.options;
	return wireHold(holdOf(house(), record), record.pauses, record.plan, clock.now());
}

/** The board's second network with its password. */
export function secondWifi(devices: Devices, { record }: LiveDevice): Wifi | undefined {
	if (!record.sealedWifi) return undefined;
	return JSON.parse(devices.options.vault.open(record.sealedWifi, `second-wifi:${record.id}`).toString()) as Wifi;
}
