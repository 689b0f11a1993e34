import { readFileSync } from 'node:fs';
import { create, fromJson, toBinary } from '@bufbuild/protobuf';
import '../../../scripts/lib/typescript.mjs';

// Turns protocol/vectors into a C++ header, so that the core's tests need no JSON: `vectorsHeader()` returns its text.

const at = (path) => new URL(`../../../protocol/${path}`, import.meta.url);
const json = (name) => JSON.parse(readFileSync(at(`vectors/${name}.json`), 'utf8'));
const quoted = (text) => JSON.stringify(text);
const list = (items) => `{${items.join(', ')}}`;

/** The prefixes that the vectors leave out of the names of enum values. */
const PREFIXES = {
	power_on: 'POWER_ON_STATE_',
	mode: 'INPUT_MODE_',
	type: 'SENSOR_TYPE_',
	event: 'SCHEDULE_EVENT_',
	when: 'SCHEDULE_WHEN_',
};

export async function vectorsHeader() {
	const { ConfigureSchema } = await import(at('device_pb.ts'));
	const encode = (configure = {}) =>
		Buffer.from(toBinary(ConfigureSchema, asMessage(ConfigureSchema, configure))).toString('hex');
	return `#pragma once

// Generated from protocol/vectors; do not edit.

#include "rules.h"
#include "sessions.h"
#include "cases.h"

namespace mooring::test {

${noise(json('noise-nnpsk0-25519-chachapoly-sha256'))}
${session(json('link-session'))}
${rules(json('relay-rules'), encode)}
${sun(json('sun'))}
${wifi(json('wifi'))}
${vary(json('vary'))}
} // namespace mooring::test
`;
}

function noise({ vectors: [vector] }) {
	const messages = vector.messages.map(({ payload, ciphertext }) => list([quoted(payload), quoted(ciphertext)]));
	return `constexpr NoiseMessage NOISE_MESSAGES[] = ${list(messages)};
constexpr NoiseVector NOISE = ${list([
		quoted(vector.init_prologue),
		quoted(vector.init_psks[0]),
		quoted(vector.init_ephemeral),
		'NOISE_MESSAGES',
		messages.length,
	])};`;
}

function session(vector) {
	const frames = vector.frames.map(({ from, plaintext, frame }) =>
		list([from === 'board', quoted(plaintext), quoted(frame)]),
	);
	const fields = ['psk', 'board_ephemeral_secret', 'preface', 'hello', 'message_1', 'welcome', 'message_2'];
	return `constexpr SessionFrame SESSION_FRAMES[] = ${list(frames)};
constexpr SessionVector SESSION = ${list([
		...fields.map((field) => quoted(vector[field])),
		'SESSION_FRAMES',
		frames.length,
	])};`;
}

function rules({ cases }, encode) {
	const parts = cases.map((one, index) => ruleCase(one, index, encode));
	return `${parts.map(({ tables }) => tables).join('')}constexpr RuleCase RULES[] = {
${parts.map(({ entry }) => `\t${entry},`).join('\n')}
};
constexpr size_t RULE_COUNT = ${cases.length};
`;
}

/** C++ arrays may not be empty, so an empty list is nullptr. A flag or count of -1 means: not compared. */
function ruleCase({ name, clock_ms = 0, levels = {}, configure, steps }, index, encode) {
	let tables = '';
	const table = (type, suffix, items) => {
		if (items.length === 0) return 'nullptr';
		tables += `constexpr ${type} RULE_${index}_${suffix}[] = ${list(items)};\n`;
		return `RULE_${index}_${suffix}`;
	};
	const counted = (type, suffix, items) =>
		items === undefined ? ['nullptr', -1] : [table(type, suffix, items), items.length];
	const pairs = (of = {}) => Object.entries(of).map(([pin, level]) => list([pin, level ?? -1]));
	const expectation = (expect, suffix) => {
		const flag = (value) => (value === undefined ? -1 : Number(value));
		return list([
			...counted('RuleReport', `${suffix}_REPORTS`, (expect.reports ?? []).map(report)),
			...counted('RuleReport', `${suffix}_STATES`, expect.states?.map(report)),
			...counted(
				'RuleLevel',
				`${suffix}_INPUTS`,
				expect.inputs?.map(({ input, on }) => list([input, Number(on)])),
			),
			...counted('RuleLevel', `${suffix}_PINS`, pairs(expect.pins)),
			flag(expect.clock_unset),
			expect.refused ?? false,
		]);
	};
	const entries = steps.map((step, n) => {
		const after = step.after_power_loss;
		const afterTable = after ? table('RuleExpect', `${n}_AFTER`, [expectation(after, `${n}_AFTER`)]) : 'nullptr';
		return list([
			step.at_ms,
			`RuleDo::${step.do}`,
			list([step.relay ?? 0, step.on ?? false, step.for_ms ?? 0, step.command_id ?? 0, step.late ?? false]),
			step.pin ?? 0,
			step.high ?? false,
			step.do === 'configure' ? quoted(encode(step.configure)) : 'nullptr',
			`${step.unix_ms ?? 0}ull`,
			quoted(step.time_zone ?? ''),
			step.off_ms ?? 0,
			step.clock_kept ?? false,
			...counted('RuleLevel', `${n}_LEVELS`, pairs(step.levels)),
			expectation(step.expect, `${n}`),
			afterTable,
		]);
	});
	const entry = list([
		quoted(`relay rules: ${name}`),
		`${clock_ms}ull`,
		...counted('RuleLevel', 'LEVELS', pairs(levels)),
		quoted(encode(configure)),
		...counted('RuleStep', 'STEPS', entries),
	]);
	return { tables, entry };
}

function wifi({ cases }) {
	const entries = cases.map(({ name, ssid, password, possible }) => {
		const [ssidHex, passwordHex] = [ssid, password].map((text) => Buffer.from(text).toString('hex'));
		return list([quoted(`wifi: ${name}`), quoted(ssidHex), quoted(passwordHex), possible]);
	});
	return `constexpr WifiCase WIFI_CASES[] = {
${entries.map((entry) => `\t${entry},`).join('\n')}
};`;
}

function vary({ cases }) {
	const entries = cases.map(({ seed, day, schedule, most, by }) => list([`${seed}u`, day, schedule, most, by]));
	return `constexpr VaryCase VARY_CASES[] = {
${entries.map((entry) => `\t${entry},`).join('\n')}
};`;
}

/** Dawson City's sunsets come first: emulated chips run only the first case. */
function sun({ cases }) {
	const dawson = cases.findIndex(({ latitude, event }) => latitude === 64.06 && event === 'SUNSET');
	const ordered = [cases[dawson], ...cases.filter((_, index) => index !== dawson)];
	const special = { null: 'SUN_NONE', grazing: 'SUN_GRAZING' };
	const entries = ordered.map((one) =>
		list([
			quoted(`sun: ${one.name}`),
			quoted(one.time_zone),
			`static_cast<float>(${one.latitude})`,
			`static_cast<float>(${one.longitude})`,
			one.event === 'SUNRISE',
			one.minutes,
			Date.parse(one.first_day) / 86_400_000,
			list(one.at.map((minute) => special[minute] ?? minute)),
		]),
	);
	return `constexpr SunCase SUN_CASES[] = {
${entries.map((entry) => `\t${entry},`).join('\n')}
};`;
}

function report({ relay, on, cause, command_id = 0, remaining_ms = 0, waiting_ms = 0 }) {
	return list([relay, on, `mooring_v2_Cause_CAUSE_${cause}`, command_id, remaining_ms, waiting_ms]);
}

/** The vectors use the names of device.proto, so a Configure is its own JSON except for the prefixes. */
function asMessage(schema, configure) {
	if (Object.keys(configure).length === 0) return create(schema);
	return fromJson(
		schema,
		JSON.parse(JSON.stringify(configure), (key, value) =>
			key in PREFIXES && typeof value === 'string' ? `${PREFIXES[key]}${value}` : value,
		),
	);
}
