import type { AuditEntry } from '$protocol/dashboard/history.ts';
import { tellChanges } from '$protocol/dashboard/change-words.ts';
import { changeWords } from '$words/changes.ts';
import { isolate, isolateParts } from './isolate.ts';

/** What entries of the audit log hold, as parts of sentences in any language. */

/** a detail as text within a sentence, such as a name or a message of a board; '' if it is not there */
export const text = ({ details }: AuditEntry, key: string) =>
	details[key] === null ? '' : isolate(String(details[key] ?? ''));
/** a detail that is a number; 0 if it is not there */
export const number = ({ details }: AuditEntry, key: string) => (typeof details[key] === 'number' ? details[key] : 0);
/** Older entries have them in English, with the hub's own names of settings. */
export const changes = ({ details: { changes } }: AuditEntry) =>
	isolateParts(
		Array.isArray(changes)
			? tellChanges(changes, changeWords)
			: String(changes ?? '').replace(/^(timeZone|historyDays)\b/, (key) => changeWords.keys[key]!),
	);
/** "A4:CF:12:B3:D0:9E"; the history holds MACs as the hub does, twelve hex digits */
export const macText = (mac: string) => mac.match(/../g)?.join(':') ?? '';
export const macAndAddress = (entry: AuditEntry) =>
	[macText(text(entry, 'mac')), text(entry, 'address')].filter(Boolean).join(', ');
