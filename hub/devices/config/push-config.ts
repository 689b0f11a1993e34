import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { configureOf } from './encode-config.ts';
import type { Devices } from '../devices.ts';
import type { LiveDevice } from '../live-device.ts';

/** Sends a connected board its configuration if it runs another one. Other boards are sent it when they connect. */
export function pushConfig(devices: Devices, device: LiveDevice): void {
	const { record, link } = device;
	const { revision, appliedRevision, plan } = record;
	if (!link || device.presence !== 'online' || revision === appliedRevision || device.sentRevision === revision) return;
	const wifi = secondWifi(devices, device);
	device.sentRevision = revision;
	link.send({
		case: 'configure',
		value: configureOf({ board: record.board, revision, plan, place: devices.options.place(), wifi }),
	});
}

/** The board's second network with its password. */
export function secondWifi(devices: Devices, { record }: LiveDevice): Wifi | undefined {
	if (!record.sealedWifi) return undefined;
	return JSON.parse(devices.options.vault.open(record.sealedWifi, `second-wifi:${record.id}`).toString()) as Wifi;
}
