import type { LogLine } from '../../protocol/dashboard/history.ts';
import { LogLevel } from '../../protocol/device_pb.ts';
import type { InputReport, LogReport } from '../link/board-message.ts';
import type { Devices } from './devices.ts';
import type { LiveDevice } from './live-device.ts';

/** Lines of a board's log that the hub keeps, in memory. */
const LOG_LINES_KEPT = 200;
/** Lines per board and ten seconds that go to dashboards and the hub's own log; the others are only kept. */
const SENT_PER_SPELL = 20;
const SPELL_MS = 10_000;

const LEVELS: Record<LogLevel, LogLine['level']> = {
	[LogLevel.UNSPECIFIED]: 'info',
	[LogLevel.DEBUG]: 'debug',
	[LogLevel.INFO]: 'info',
	[LogLevel.WARN]: 'warn',
	[LogLevel.ERROR]: 'error',
};

/** Takes a line of the board's own log. */
export function reportLog(devices: Devices, device: LiveDevice, { level, text }: LogReport): void {
	const { clock, log } = devices.options;
	const line: LogLine = { at: clock.now(), level: LEVELS[level], text };
	device.log.push(line);
	if (device.log.length > LOG_LINES_KEPT) device.log.shift();
	const mono = clock.mono();
	if (mono - device.logSpell.since >= SPELL_MS) device.logSpell = { since: mono, told: 0 };
	if (device.logSpell.told++ >= SENT_PER_SPELL) return;
	log.debug({ device: device.record.id, level: line.level, text: line.text }, 'log line of a board');
	devices.events.emit('BoardLogged', { device, line });
}

/** Takes the state of a wall switch, contact or motion detector. */
export function reportInput(devices: Devices, device: LiveDevice, report: InputReport): void {
	const input = device.inputs.find(({ plan }) => plan.id === report.input);
	if (!input || input.on === report.on) return;
	const before = input.on;
	input.changedAt = input.on === null ? null : devices.options.clock.now();
	input.on = report.on;
	devices.events.emit('InputChanged', { device, input, before });
}
