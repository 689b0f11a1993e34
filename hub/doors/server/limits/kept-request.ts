import type { HttpRequest } from 'uWebSockets.js';

/** No route has more path parameters. */
const MAX_PARAMETERS = 4;

/** Copies a request, which uWebSockets.js invalidates when its handler returns; also returns its size in bytes. */
export function keepRequest(req: HttpRequest): { kept: HttpRequest; bytes: number } {
	const [method, url] = [req.getMethod(), req.getUrl()];
	const query = req.getQuery();
	const headers: [name: string, value: string][] = [];
	let bytes = url.length + (query?.length ?? 0);
	req.forEach((name, value) => {
		headers.push([name, value]);
		bytes += name.length + value.length;
	});
	// A missing parameter reads as ''.
	const parameters = Array.from({ length: MAX_PARAMETERS }, (_, index) => req.getParameter(index));
	const kept = {
		getMethod: () => method,
		getUrl: () => url,
		getQuery: () => query,
		getHeader: (name: string) => headers.find(([header]) => header === name)?.[1] ?? '',
		getParameter: (index: number) => parameters[index],
		forEach: (each: (name: string, value: string) => void) => headers.forEach(([name, value]) => each(name, value)),
	};
	return { kept: kept as unknown as HttpRequest, bytes };
}
