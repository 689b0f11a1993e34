/** The file name of the firmware pack of a release of Mooring: "mooring-firmware-0.4.0.zip". */
export function packName(version: string): string {
	return `mooring-firmware-${version}.zip`;
}
