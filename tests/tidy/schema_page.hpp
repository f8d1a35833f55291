#pragma once
// The schema table of engine/model as Markdown, for ARCHITECTURE.md.

#include <string>
#include <string_view>

#include "engine/model/result.hpp"

namespace ayni::tidy {

/// Scopes, kinds with their writers, and fields.
std::string schema_as_markdown();

inline constexpr std::string_view schema_begins = "<!-- schema: made by write_schema, not by hand -->\n";
inline constexpr std::string_view schema_ends = "<!-- schema: end -->\n";

/// The page with what stands between its two marks replaced. invalid: the marks aren't there.
Result<std::string> with_schema(std::string_view page);

/// Lines that only one of the two has, in order: "- " for the page's, "+ " for what it should say. Empty: equal.
std::string difference(std::string_view page, std::string_view wanted);

}  // namespace ayni::tidy
