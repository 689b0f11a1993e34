import type {
	Beat,
	Capacity,
	ConfigApplied,
	FoundSensor,
	FromDevice,
	Hello,
	InputState,
	Log,
	OtaProgress,
	RelayState,
	SensorReading,
} from '../../protocol/device_pb.ts';
import { Unit } from '../../protocol/device_pb.ts';
import { deviceCode, macOf } from '../../protocol/mac.ts';
import { BOUNDS, type Bounded, MEASURABLE } from './bounds.ts';

/** A message with these fields never null: without them it would be useless. */
type Needs<Message, Field extends keyof Message> = Omit<Message, Field> & {
	[Key in Field]: NonNullable<Message[Key]>;
};

/** What one configuration may hold on a board; every number is known. */
export type SaidCapacity = { [Part in keyof Bounded<'Capacity'>]: NonNullable<Bounded<'Capacity'>[Part]> };
/** `capacity` is null if the board does not say it, or says what cannot be. */
export type BoardHello = Needs<Bounded<'Hello'>, 'mac'> & { capacity: SaidCapacity | null };
export type BeatReport = Bounded<'Beat'>;
export type RelayReport = Needs<Bounded<'RelayState'>, 'relay'>;
export type InputReport = Needs<Bounded<'InputState'>, 'input'>;
export type ReadingReport = Needs<Bounded<'SensorReading'>, 'sensor'>;
export type FoundReport = Needs<Bounded<'FoundSensor'>, 'pin' | 'address'>;
export type ConfigReport = Needs<Bounded<'ConfigApplied'>, 'revision'>;
export type LogReport = Bounded<'Log'>;
export type UpdateReport = Bounded<'OtaProgress'>;

/** A message of a board after the handshake, with every field within its bounds. One without a case is to be ignored. */
export type BoardMessage =
	| { case: 'beat'; value: BeatReport }
	| { case: 'relayState'; value: RelayReport }
	| { case: 'inputState'; value: InputReport }
	| { case: 'sensorReading'; value: ReadingReport }
	| { case: 'foundSensor'; value: FoundReport }
	| { case: 'provisioned'; value: Needs<Bounded<'Provisioned'>, 'keyId'> }
	| { case: 'configApplied'; value: ConfigReport }
	| { case: 'log'; value: LogReport }
	| { case: 'otaProgress'; value: UpdateReport }
	| { case: 'goodbye'; value: Bounded<'Goodbye'> }
	| { case: undefined; value?: undefined };

const IGNORED: BoardMessage = { case: undefined };
/** Lowest bit of a MAC's first byte: the address of a group, never of one board. The broadcast address has it too. */
const GROUP_BIT = 1;

/** Undefined if the board's identity is invalid: its MAC is no board's, or its device id does not match its MAC. */
export function boundHello(said: Hello): BoardHello | undefined {
	const bounds = BOUNDS.Hello;
	const mac = bounds.mac(said.mac);
	if (!mac || mac[0]! & GROUP_BIT || mac.every((byte) => byte === 0)) return undefined;
	if (said.deviceId !== deviceCode(macOf(mac))) return undefined;
	return {
		mac,
		deviceId: bounds.deviceId(said.deviceId),
		board: bounds.board(said.board),
		firmware: bounds.firmware(said.firmware),
		chip: bounds.chip(said.chip),
		bootId: bounds.bootId(said.bootId),
		bootCount: bounds.bootCount(said.bootCount),
		bootReason: bounds.bootReason(said.bootReason),
		uptimeMs: bounds.uptimeMs(said.uptimeMs),
		freeHeap: bounds.freeHeap(said.freeHeap),
		rssi: bounds.rssi(said.rssi),
		ssid: bounds.ssid(said.ssid),
		configRevision: bounds.configRevision(said.configRevision),
		features: bounds.features(said.features),
		capacity: said.capacity ? boundCapacity(said.capacity) : null,
	};
}

/** One number out of range makes the whole useless. */
export function boundCapacity(said: Omit<Capacity, '$typeName'>): SaidCapacity | null {
	const bounds = BOUNDS.Capacity;
	const relays = bounds.relays(said.relays);
	const inputs = bounds.inputs(said.inputs);
	const sensors = bounds.sensors(said.sensors);
	const schedules = bounds.schedules(said.schedules);
	const configBytes = bounds.configBytes(said.configBytes);
	if (relays === null || inputs === null || sensors === null || schedules === null || configBytes === null) return null;
	return { relays, inputs, sensors, schedules, configBytes };
}

/** Written out field by field for speed: this runs for every frame of every board. */
export function boundMessage({ message }: FromDevice): BoardMessage {
	switch (message.case) {
		case 'beat':
			return { case: 'beat', value: boundBeat(message.value) };
		case 'relayState':
			return boundRelay(message.value);
		case 'inputState':
			return boundInput(message.value);
		case 'sensorReading':
			return boundReading(message.value);
		case 'foundSensor':
			return boundFound(message.value);
		case 'provisioned': {
			const keyId = BOUNDS.Provisioned.keyId(message.value.keyId);
			return keyId ? { case: 'provisioned', value: { keyId } } : IGNORED;
		}
		case 'configApplied':
			return boundConfig(message.value);
		case 'log':
			return { case: 'log', value: boundLog(message.value) };
		case 'otaProgress':
			return { case: 'otaProgress', value: boundUpdate(message.value) };
		case 'goodbye':
			return { case: 'goodbye', value: { reason: BOUNDS.Goodbye.reason(message.value.reason) } };
		default:
			return IGNORED;
	}
}

function boundBeat({ uptimeMs, freeHeap, rssi, clockUnset }: Beat): BeatReport {
	const bounds = BOUNDS.Beat;
	return {
		uptimeMs: bounds.uptimeMs(uptimeMs),
		freeHeap: bounds.freeHeap(freeHeap),
		rssi: bounds.rssi(rssi),
		clockUnset: bounds.clockUnset(clockUnset),
	};
}

function boundRelay(said: RelayState): BoardMessage {
	const bounds = BOUNDS.RelayState;
	const relay = bounds.relay(said.relay);
	if (relay === null) return IGNORED;
	return {
		case: 'relayState',
		value: {
			relay,
			on: bounds.on(said.on),
			cause: bounds.cause(said.cause),
			commandId: bounds.commandId(said.commandId),
			changedMs: bounds.changedMs(said.changedMs),
			remainingMs: bounds.remainingMs(said.remainingMs),
			waitingMs: bounds.waitingMs(said.waitingMs),
		},
	};
}

function boundInput(said: InputState): BoardMessage {
	const input = BOUNDS.InputState.input(said.input);
	return input === null ? IGNORED : { case: 'inputState', value: { input, on: BOUNDS.InputState.on(said.on) } };
}

function boundReading(said: SensorReading): BoardMessage {
	const bounds = BOUNDS.SensorReading;
	const sensor = bounds.sensor(said.sensor);
	const unit = bounds.unit(said.unit);
	if (sensor === null || unit === Unit.UNSPECIFIED) return IGNORED;
	const value = bounds.value(said.value);
	const { least, most } = MEASURABLE[unit];
	return {
		case: 'sensorReading',
		value: { sensor, unit, value: value !== null && value >= least && value <= most ? value : null },
	};
}

function boundFound(said: FoundSensor): BoardMessage {
	const bounds = BOUNDS.FoundSensor;
	const [pin, address] = [bounds.pin(said.pin), bounds.address(said.address)];
	if (pin === null || address === null) return IGNORED;
	return { case: 'foundSensor', value: { pin, address, celsius: bounds.celsius(said.celsius) } };
}

function boundConfig(said: ConfigApplied): BoardMessage {
	const revision = BOUNDS.ConfigApplied.revision(said.revision);
	if (revision === null) return IGNORED;
	return { case: 'configApplied', value: { revision, error: BOUNDS.ConfigApplied.error(said.error) } };
}

function boundLog({ level, text }: Log): LogReport {
	return { level: BOUNDS.Log.level(level), text: BOUNDS.Log.text(text) };
}

function boundUpdate({ nextOffset, error, done }: OtaProgress): UpdateReport {
	const bounds = BOUNDS.OtaProgress;
	return { nextOffset: bounds.nextOffset(nextOffset), error: bounds.error(error), done: bounds.done(done) };
}
