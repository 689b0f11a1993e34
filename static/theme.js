// Before the first paint, so that a chosen theme never flashes the other one.
try {
	const theme = localStorage.getItem('mooring-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage may be switched off: then the system's theme stays.
}
