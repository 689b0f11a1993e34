import { configFileName } from '../../../protocol/dashboard/text/names.ts';
import type { Wifi } from '../../../protocol/dashboard/shapes.ts';
import { wifiProblem } from '../../../protocol/dashboard/text/wifi.ts';
import { type Fault, fault } from '../../../protocol/dashboard/faults.ts';
import { type Result, ok } from '../../base/result.ts';
import { findBoard } from '../../boards/catalogue.ts';
import { makeConfigFile } from './make-config-file.ts';
import { type Claims, findPending } from '../claims.ts';

/** The config file of a pending device: the only way its registration key and the Wi-Fi password leave the hub. */
export function configFile(claims: Claims, id: string): Result<{ fileName: string; bytes: Uint8Array }, Fault> {
	const found = findPending(claims, id);
	if (!found.ok) return found;
	const { keyId, sealedKey, sealedWifi, name, board, plan } = found.value;
	const { vault, hubId, addresses, devices } = claims.options;
	if (!sealedKey || claims.isExpired(found.value)) return fault('key-expired', { device: name });
	const wifi = sealedWifi ? (JSON.parse(vault.open(sealedWifi, `wifi:${id}`).toString()) as Wifi) : undefined;
	// An older hub may have accepted a network that boards cannot use.
	if (wifi && wifiProblem(wifi)) return fault('wifi-impossible', { device: name });
	const bytes = makeConfigFile({
		board,
		name,
		keyId: Buffer.from(keyId, 'hex'),
		key: vault.open(sealedKey, `registration-key:${id}`),
		hubId,
		hubs: addresses({ virtual: findBoard(board)?.virtual ?? false }),
		wifi,
		plan,
		place: devices.options.place(),
	});
	return ok({ fileName: configFileName(name), bytes });
}
