import { describe } from 'vitest';
import { linesAreTests } from './cpp-program.ts';

// The chips' own code as far as it takes no chip: sensors on simulated wires, rules of pins, the USB port, flash and radios on a made-up SDK, sockets on lwIP itself.

describe.each([
	'sensors-tests',
	'serial-tests',
	'radio-esp8266-tests',
	'radio-esp32-tests',
	'pins-tests',
	'flash-tests-4mb',
	'flash-tests-2mb',
	'flash-tests-1mb',
	'network-tests',
])('%s', linesAreTests);
