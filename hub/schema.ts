import { User, Session } from './accounts/entities.ts';
import { accountsSchema } from './accounts/schema.sql.ts';
import { auditSchema } from './audit/schema.sql.ts';
import { Registration } from './claims/entities.ts';
import { claimsFirmwareSchema, claimsSchema } from './claims/schema.sql.ts';
import { Device, DeviceKey, DeviceLive, SensorSample } from './devices/entities.ts';
import { devicesLifeSchema, devicesSchema } from './devices/schema.sql.ts';
import { scenesSchema } from './scenes/schema.sql.ts';
import { settingsSchema } from './settings/schema.sql.ts';
import type { Migration } from './store/migrate.ts';

/** Every table of the hub, by its owner's entity. */
export const entities = [User, Session, Registration, Device, DeviceKey, DeviceLive, SensorSample];

/** The steps of the schema, oldest first. One that has been released is never changed: add another. */
export const migrations: readonly Migration[] = [
	[...accountsSchema, ...devicesSchema, ...claimsSchema],
	[...devicesLifeSchema, ...claimsFirmwareSchema, ...auditSchema, ...scenesSchema, ...settingsSchema],
];
