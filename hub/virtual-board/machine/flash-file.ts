import { existsSync, readFileSync, rmSync } from 'node:fs';
import { decodeConfigFile } from '../../../protocol/config-file.ts';
import type { Random } from '../../base/random.ts';
import { newHeader, writeHeader } from './header.ts';
import { parseOlderState, writeOlderState } from './older-state.ts';
import { FileStore, type Store } from './store.ts';

/**
 * Opens the file of a board's flash, and creates it if it is missing; throws if that fails. The state that an older
 * version stored at `older` is taken over once.
 */
export function openFlashFile(options: { path: string; older: string; configFile: Uint8Array; random: Random }): Store {
	const { path, older, configFile, random } = options;
	if (existsSync(path) && path !== older) return new FileStore(path);
	if (!existsSync(older)) {
		FileStore.make(path, (store) => writeHeader(store, newHeader(random)));
		return new FileStore(path);
	}
	const bytes = readFileSync(older);
	const isJson = bytes.toString('utf8').trimStart().startsWith('{');
	if (path === older && !isJson) return new FileStore(path);
	const state = parseOlderState(bytes.toString('utf8'));
	const config = decodeConfigFile(configFile);
	if (!state) throw new Error(`${older} is no state of a virtual board, or is damaged.`);
	if (!config.ok) throw new Error(config.error);
	FileStore.make(path, (store) => writeOlderState(store, state, config.value.keyId));
	if (path !== older) rmSync(older);
	return new FileStore(path);
}
