import { pino } from 'pino';
import { ManualClock } from '../../hub/base/manual-clock.ts';
import { systemRandom } from '../../hub/base/random.ts';
import { addDevice } from '../../hub/devices/create-device.ts';
import { Devices, type DevicesOptions } from '../../hub/devices/devices.ts';
import { Device } from '../../hub/devices/entities.ts';
import { LiveDevice } from '../../hub/devices/live-device.ts';
import { newRecord } from '../../hub/devices/new-record.ts';
import { entities, migrations } from '../../hub/schema.ts';
import { openStore } from '../../hub/store/open-store.ts';
import { NO_HOUSE_HOLD } from './records.ts';
import { DevicePlan } from '../../protocol/dashboard/plan.ts';

/** Only the devices, without boards: a database, and a clock moved by hand. */
export class TestDevices extends Devices {
	readonly clock: ManualClock;

	private constructor(options: DevicesOptions, clock: ManualClock) {
		super(options);
		this.clock = clock;
	}

	static async open(file = ':memory:', clock = new ManualClock()): Promise<TestDevices> {
		const store = await openStore({ file, entities, migrations });
		if (!store.ok) throw new Error(store.error.message);
		const options: Partial<DevicesOptions> = {
			orm: store.value,
			clock,
			random: systemRandom,
			log: pino({ level: 'silent' }),
			beatWatchedMs: 300,
			beatIdleMs: 2_000,
			place: () => ({ timeZone: 'UTC0', at: null }),
			house: () => NO_HOUSE_HOLD,
		};
		return new TestDevices(options as DevicesOptions, clock);
	}

	/** A device with two relays and one sensor. */
	async add(id: string, name = id): Promise<LiveDevice> {
		const plan = DevicePlan.parse({
			relays: [
				{ id: 1, name: 'Pump', gpio: 0, activeLow: false },
				{ id: 2, name: 'Valve', gpio: 1, activeLow: false },
			],
			inputs: [],
			sensors: [{ id: 1, type: 'virtual' }],
			schedules: [],
		});
		const mac = `02${Buffer.from(id).toString('hex').toUpperCase().padStart(10, '0').slice(-10)}`;
		const made = { id, name, mac, board: 'virtual', ownerId: 'anna', claimedAt: this.clock.now(), plan, position: 0 };
		const record = newRecord(made);
		await this.options.orm.em.fork().insert(Device, record);
		const device = new LiveDevice(record, this.clock.now());
		addDevice(this, device);
		return device;
	}

	async close(): Promise<void> {
		this.writes.stop();
		await this.options.orm.close(true);
	}
}
