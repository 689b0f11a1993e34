import { create } from '@bufbuild/protobuf';
import { encodeConfigFile } from '../../protocol/config-file.ts';
import type { RelayPlan, SensorPlan, Wifi } from '../../protocol/dashboard.ts';
import { BoardConfigSchema, type Configure, ConfigureSchema, SensorType } from '../../protocol/device_pb.ts';

export interface DevicePlan {
	relays: RelayPlan[];
	sensors: SensorPlan[];
}

const SENSOR_TYPES = {
	dht22: SensorType.DHT22,
	ds18b20: SensorType.DS18B20,
	sht3x: SensorType.SHT3X,
	bme280: SensorType.BME280,
	virtual: SensorType.VIRTUAL,
} as const;

/** The plan in the words of the wire, as revision 0: the one of the config file. */
function configureOf(plan: DevicePlan): Configure {
	return create(ConfigureSchema, {
		relays: plan.relays.map((relay) => ({ id: relay.id, pin: relay.gpio, activeLow: relay.activeLow })),
		sensors: plan.sensors.map((sensor) => ({ id: sensor.id, type: SENSOR_TYPES[sensor.type], pin: sensor.gpio ?? 0 })),
	});
}

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
}): Uint8Array {
	const { plan, wifi, ...rest } = options;
	return encodeConfigFile(
		create(BoardConfigSchema, { ...rest, wifi: wifi ? [wifi] : [], configure: configureOf(plan) }),
	);
}
