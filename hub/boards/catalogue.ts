import type { Board } from '../../protocol/dashboard/boards.ts';
import { athomPlugV2, athomPlugV3 } from './catalogue/athom-plugs.ts';
import { esp01sRelay } from './catalogue/esp-01s-relay.ts';
import { esp12fRelayX1, esp12fRelayX2, esp12fRelayX4, esp12fRelayX8 } from './catalogue/esp-12f-relay.ts';
import { c3DevKitM, c3SuperMini } from './catalogue/esp32-c3-modules.ts';
import { esp32Devkit } from './catalogue/esp32-devkit.ts';
import { esp32RelayX1, esp32RelayX2, esp32RelayX4, esp32RelayX8 } from './catalogue/esp32-relay.ts';
import { s3DevKitC } from './catalogue/esp32-s3-devkitc-1.ts';
import { d1Mini, nodeMcu } from './catalogue/esp8266-modules.ts';
import { genericC3, genericEsp32, genericEsp8266, genericS3 } from './catalogue/generic.ts';
import { shelly1 } from './catalogue/shelly-1.ts';
import { shelly25 } from './catalogue/shelly-2.5.ts';
import { shellyPlus1Mini } from './catalogue/shelly-plus-1-mini.ts';
import { sonoff4chProR2 } from './catalogue/sonoff-4ch-pro-r2.ts';
import { sonoffBasicR2, sonoffBasicR3 } from './catalogue/sonoff-basic.ts';
import { sonoffMini, sonoffMiniR2 } from './catalogue/sonoff-mini.ts';
import { sonoffMiniR4 } from './catalogue/sonoff-minir4.ts';
import { sonoffS20, sonoffS26 } from './catalogue/sonoff-plugs.ts';
import { sonoffTh } from './catalogue/sonoff-th.ts';
import { VIRTUAL_BOARD } from './catalogue/virtual.ts';
import { type BoardEntry, makeBoard } from './entry.ts';

/** The boards that have firmware, in the order in which they are offered. */
export const ENTRIES: readonly BoardEntry[] = [
	...[d1Mini, nodeMcu, esp32Devkit, c3SuperMini, c3DevKitM, s3DevKitC],
	...[esp01sRelay, esp12fRelayX1, esp12fRelayX2, esp12fRelayX4, esp12fRelayX8],
	...[esp32RelayX1, esp32RelayX2, esp32RelayX4, esp32RelayX8],
	...[sonoffBasicR2, sonoffBasicR3, sonoffMini, sonoffMiniR2, sonoffMiniR4],
	...[sonoffS20, sonoffS26, sonoffTh, sonoff4chProR2],
	...[shelly1, shelly25, shellyPlus1Mini],
	...[athomPlugV2, athomPlugV3],
	...[genericEsp8266, genericEsp32, genericC3, genericS3],
];

/** The boards Mooring knows; every pin fact names its source. */
export const CATALOGUE: readonly Board[] = [...ENTRIES.map(makeBoard), VIRTUAL_BOARD];

const boards = new Map(CATALOGUE.map((board) => [board.id, board]));

export function findBoard(id: string): Board | undefined {
	return boards.get(id);
}

/** The board's name for people; a board that is no longer in the catalogue keeps its id. */
export function boardName(id: string): string {
	return boards.get(id)?.name ?? id;
}

/** A pin as it is printed on the board. */
export function pinLabel(id: string, gpio: number): string {
	return boards.get(id)?.pins.find((pin) => pin.gpio === gpio)?.label ?? `GPIO${gpio}`;
}
