/** The tests that run the firmware built for this machine, as globs; the last one is a browser's. */
export const FIRMWARE_TESTS = ['test/board/**', 'test/faults/**', 'test/browser/flash/usb-walk.test.ts'];

/** Whether vitest runs one of them when it is called with these arguments: a filter is a part of a path. */
export function runsFirmware(args) {
	const filters = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.replace(/^\.\//, ''));
	const isPath = (filter) => filter.includes('/') || filter.includes('.test');
	if (!filters.some(isPath)) return true;
	const folders = FIRMWARE_TESTS.map((glob) => glob.replace('**', ''));
	return filters.some((filter) => folders.some((folder) => filter.startsWith(folder) || folder.startsWith(filter)));
}
