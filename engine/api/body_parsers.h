#pragma once

// The right-hand side of the dispatch table: one function per route, from path and body to an action. Private to the
// room.

#include "api/request_target.h"
#include "api/routes.h"

namespace sparkler::api {

/// `body` is empty where the route takes none.
using RequestParser = Result<ParsedRequest> (*)(const RequestTarget &target, std::string_view body);

Result<ParsedRequest> getInstanceInfo(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getVersion(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getVmConfig(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getMachineConfig(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getMetrics(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getEvents(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putActions(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putBootSource(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putDrive(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putLogger(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putMachineConfig(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putMetrics(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putSerial(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> patchDrive(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putCpuConfig(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> patchMachineConfig(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> patchVm(const RequestTarget &target, std::string_view body);

// Devices (device_parsers.cpp).
Result<ParsedRequest> putNetwork(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> patchNetwork(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getMmds(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putMmds(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> patchMmds(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putVsock(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putOldVsock(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> getBalloon(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putBalloon(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> patchBalloon(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> putEntropy(const RequestTarget &target, std::string_view body);

// Snapshots (snapshot_parsers.cpp).
Result<ParsedRequest> putSnapshot(const RequestTarget &target, std::string_view body);

// What this version does not have: ids and sub-resources are checked, then the request is refused.
Result<ParsedRequest> getHotplugMemory(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> unsupportedHotplug(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> unsupportedPmem(const RequestTarget &target, std::string_view body);
Result<ParsedRequest> unsupportedUnplug(const RequestTarget &target, std::string_view body);

/// Refuses a body that names another id than the path.
Result<> sameId(std::string_view pathId, std::string_view bodyId);
/// "Unrecognized PUT request path `x`."
std::unexpected<Error> unrecognizedPath(std::string_view method, std::string_view path);

} // namespace sparkler::api
