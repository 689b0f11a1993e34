import { expect, it } from 'vitest';
import type { HardwareSeen } from '$protocol/dashboard/hardware.ts';
import { hardwareText } from './hardware-text.ts';

const SEEN: HardwareSeen = {
	board: 'd1-mini',
	boardName: 'ESP8266 D1 mini',
	chip: 'ESP8266',
	firmware: '0.3.0',
	hub: '0.2.0',
	uptimeMs: 3 * 24 * 3_600_000 + 5,
	relays: [
		{ relay: 1, commands: 14, byItself: 1 },
		{ relay: 2, commands: 0, byItself: 0 },
	],
	sensors: [
		{ sensor: 1, type: 'dht22', answers: true },
		{ sensor: 2, type: 'ds18b20', answers: false },
	],
	updates: ['0.3.0'],
};

it('is one entry of docs/hardware.md, with what the hub has seen and the person’s own words', () => {
	expect(hardwareText(SEEN, true, ' It runs.\n\n# Not a heading ', '2026-12-01')).toBe(`### ESP8266 D1 mini: works

- Board: ESP8266 D1 mini (d1-mini)
- Chip: ESP8266
- Firmware: 0.3.0
- Hub: Mooring 0.2.0
- Date: 2026-12-01
- Running: for 3 days
- Seen by the hub:
  - relay 1: switched from the hub and reported 14 times, and once by a schedule, a timer or a wall switch
  - relay 2: never switched
  - sensor 1 (dht22): answers
  - sensor 2 (ds18b20): no answer
  - updated over Wi-Fi to firmware 0.3.0
- Tried, and what happened:
  > It runs.
  >
  > # Not a heading
`);
});

it('says what is not known', () => {
	const text = hardwareText({ ...SEEN, chip: null, firmware: null, uptimeMs: null }, false, '', '2026-12-01');
	for (const line of [
		'does not work',
		'Chip: not known',
		'Firmware: not known',
		'not connected now',
		'nothing written',
	])
		expect(text).toContain(line);
});
