import type { Board } from '../../protocol/dashboard/boards.ts';
import { ESP32_C3_BOARDS } from './esp32-c3.ts';
import { ESP32_S3_BOARDS } from './esp32-s3.ts';
import { ESP32_BOARDS } from './esp32.ts';
import { ESP8266_BOARDS } from './esp8266.ts';
import { VIRTUAL_BOARD } from './virtual.ts';

/** The boards Mooring knows, one file a family of chips; every pin fact names its source. */
export const CATALOGUE: readonly Board[] = [
	...ESP8266_BOARDS,
	...ESP32_BOARDS,
	...ESP32_C3_BOARDS,
	...ESP32_S3_BOARDS,
	VIRTUAL_BOARD,
];

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
