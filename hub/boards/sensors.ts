import { TWO_PIN_SENSORS } from '../../protocol/dashboard/sensor-types.ts';
import type { SensorType } from '../../protocol/dashboard/plan.ts';

/** What our firmware reads on any chip, the commonest of each family first. A new sensor is a DHT22 until another is chosen. */
export const SENSORS: SensorType[] = ['dht22', 'dht11', 'ds18b20', 'sht3x', 'sht4x', 'bme280', 'bmp280', 'bh1750'];
/** For boards with few free pins. */
export const ONE_PIN_SENSORS = SENSORS.filter((type) => !TWO_PIN_SENSORS.has(type));

/** What firmware from before Feature.MORE_SENSORS cannot read. */
export const MORE_SENSORS: ReadonlySet<SensorType> = new Set(['dht11', 'sht4x', 'bmp280', 'bh1750']);
