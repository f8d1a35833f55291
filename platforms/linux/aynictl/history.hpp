#pragma once

#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {

/// Every change of the record, the first one first: when, who, what, over what, and what became of it. One a line.
int show_history(Context& context, Store& store, const Record& record);

}  // namespace ayni::shell
