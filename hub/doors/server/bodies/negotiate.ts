export type Encoding = 'br' | 'gzip' | 'identity';

/** Best first. */
const PREFERRED: readonly Encoding[] = ['br', 'gzip'];

/** A header of a browser has a few dozen bytes; a longer one is as if it were not there, since to split it takes long. */
const MAX_HEADER_BYTES = 512;

/** The encoding to send of those that are there, by the Accept-Encoding header (RFC 9110, 12.5.3). */
export function chooseEncoding(accepts: string, there: readonly Encoding[]): Encoding {
	if (accepts.length > MAX_HEADER_BYTES) return 'identity';
	const weights = new Map<string, number>();
	for (const part of accepts.toLowerCase().split(',')) {
		const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
		const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
		weights.set(name, q === undefined ? 1 : Number(q));
	}
	const wanted = (encoding: Encoding) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0;
	return PREFERRED.find((encoding) => there.includes(encoding) && wanted(encoding)) ?? 'identity';
}

/** Whether an If-None-Match header names this ETag, by the weak comparison it asks for (RFC 9110, 13.1.2). */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
	if (ifNoneMatch.length > MAX_HEADER_BYTES) return false;
	const named = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
	return named.includes(etag) || named.includes('*');
}
