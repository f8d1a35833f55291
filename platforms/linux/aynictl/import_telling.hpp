#pragma once
// Says everything that was found while reading files, a line each.

#include "engine/programme/import/problem.hpp"
#include "platforms/linux/aynictl/commands.hpp"

namespace ayni::shell {

/// Sentences on stderr, what stands in the way first; with --json also an object each on stdout.
void tell(Context& context, const programme::Findings& findings);
/// The same, and that nothing was imported. Gives `refused`.
int refuse_import(Context& context, const programme::Findings& findings);

}  // namespace ayni::shell
