/** Prometheus' text format, version 0.0.4. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** All samples of one name. */
export interface Family {
	name: string;
	help: string;
	type: 'counter' | 'gauge';
	samples: readonly Sample[];
}

export interface Sample {
	labels?: Readonly<Record<string, string>>;
	value: number;
}

export function gauge(name: string, help: string, samples: readonly Sample[]): Family {
	return { name, help, type: 'gauge', samples };
}

export function counter(name: string, help: string, samples: readonly Sample[]): Family {
	return { name, help, type: 'counter', samples };
}

/** A family without samples is left out: it has nothing to say yet. */
export function exposition(families: readonly Family[]): string {
	return families
		.filter(({ samples }) => samples.length > 0)
		.map(({ name, help, type, samples }) =>
			[
				`# HELP ${name} ${escape(help)}\n`,
				`# TYPE ${name} ${type}\n`,
				...samples.map(({ labels, value }) => `${name}${labelsText(labels)} ${numberText(value)}\n`),
			].join(''),
		)
		.join('');
}

function labelsText(labels: Sample['labels']): string {
	if (!labels) return '';
	const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escape(value).replaceAll('"', '\\"')}"`);
	return `{${pairs.join(',')}}`;
}

function escape(text: string): string {
	return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}

/** JavaScript writes infinity in another way. */
function numberText(value: number): string {
	if (Number.isFinite(value) || Number.isNaN(value)) return String(value);
	return value > 0 ? '+Inf' : '-Inf';
}
