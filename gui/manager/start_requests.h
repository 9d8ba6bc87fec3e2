#pragma once

#include "client/api_connection.h"
#include "client/types.h"

#include <deque>

namespace sparkler::gui {

/// What makes a fresh engine run `config`, in an order that the API takes: interfaces before the metadata service that
/// answers on them, the memory before the balloon that is measured by it, InstanceStart last. Paths are sent as they
/// are. `limit`: for each answer.
std::deque<HttpRequest> startRequests(const VmConfig &config, std::chrono::milliseconds limit);

} // namespace sparkler::gui
