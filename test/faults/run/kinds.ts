import { boards } from '../kinds/boards.ts';
import { clockSteps } from '../kinds/clock-steps.ts';
import { damagedFiles } from '../kinds/damaged-files.ts';
import { diskFull } from '../kinds/disk-full.ts';
import { diskReadOnly } from '../kinds/disk-read-only.ts';
import { hubKilled } from '../kinds/hub-killed.ts';
import { machineOff } from '../kinds/machine-off.ts';
import { network } from '../kinds/network.ts';
import { repeatedCommands } from '../kinds/repeated-commands.ts';
import { slowReaders } from '../kinds/slow-readers.ts';
import { stoppedProcesses } from '../kinds/stopped-processes.ts';
import type { Kind } from './kind.ts';

export const KINDS: readonly Kind[] = [
	hubKilled,
	boards,
	machineOff,
	network,
	diskFull,
	diskReadOnly,
	damagedFiles,
	stoppedProcesses,
	clockSteps,
	slowReaders,
	repeatedCommands,
];

/** What no program can do to itself, and what stands in for it. */
export const NOT_INJECTED: readonly string[] = [
	'the flash of a real chip: the posix board has a file that loses power in the middle of an operation',
	'the radio of a real chip: boards are cut off by their line, not by their Wi-Fi',
	'a disk that says "synced" and is not: no program can be safe from that',
];
