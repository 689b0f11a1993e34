#pragma once

bool wifi_station_disconnect();

enum {
	WIFI_NONE_SLEEP = 0,
	ENC_TYPE_NONE = 7,
	ENC_TYPE_CCMP = 4,
};
