import type { FromDevice, GoodbyeReason, LogLevel } from '../../protocol/device_pb.ts';
import type { InputReport } from './inputs.ts';
import type { RelayReport } from './relay.ts';
import type { Reading } from './sensors.ts';
import type { Progress } from './update.ts';

/** What a board says to its hub, in the words of the wire. Each is lost where nobody is there to hear it. */
export class BoardMessages {
	#send: (message: FromDevice['message']) => boolean;

	/** `send`: false where nobody is there. */
	constructor(send: (message: FromDevice['message']) => boolean) {
		this.#send = send;
	}

	beat(uptimeMs: bigint, clockUnset: boolean): void {
		this.#send({
			case: 'beat',
			value: { $typeName: 'mooring.v2.Beat', uptimeMs, freeHeap: 0, rssi: 0, clockUnset },
		});
	}

	relay(report: RelayReport): void {
		this.#send({ case: 'relayState', value: { $typeName: 'mooring.v2.RelayState', ...report } });
	}

	input(report: InputReport): void {
		this.#send({ case: 'inputState', value: { $typeName: 'mooring.v2.InputState', ...report } });
	}

	reading(reading: Reading): void {
		this.#send({ case: 'sensorReading', value: { $typeName: 'mooring.v2.SensorReading', ...reading } });
	}

	/** `error`: empty where it was applied. */
	configApplied(revision: number, error: string): void {
		this.#send({ case: 'configApplied', value: { $typeName: 'mooring.v2.ConfigApplied', revision, error } });
	}

	progress(progress: Progress): void {
		this.#send({ case: 'otaProgress', value: { $typeName: 'mooring.v2.OtaProgress', ...progress } });
	}

	log(line: { level: LogLevel; text: string }): boolean {
		return this.#send({ case: 'log', value: { $typeName: 'mooring.v2.Log', ...line } });
	}

	goodbye(reason: GoodbyeReason): void {
		this.#send({ case: 'goodbye', value: { $typeName: 'mooring.v2.Goodbye', reason } });
	}
}
