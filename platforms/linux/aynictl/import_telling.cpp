#include "platforms/linux/aynictl/import_telling.hpp"

#include <algorithm>

#include "platforms/linux/aynictl/import_words.hpp"

namespace ayni::shell {
namespace {

using programme::Findings;

constexpr std::size_t said_most = 20;

constexpr Phrase nothing_imported{"No se importó nada.", "Rien n'a été importé.", "Nothing was imported."};
constexpr Phrase and_more{"… y {0} más.", "… et {0} de plus.", "… and {0} more."};
void print_findings(Context& context, const Findings& findings) {
    if (!context.json) {
        return;
    }
    const auto print = [&](const char* sort, const auto& found) {
        for (const auto& one : found) {
            Json line{{sort, programme::name_of(one.what)}, {"file", one.file}};
            if (one.line != 0) {
                line["line"] = one.line;
            }
            if (!one.column.empty()) {
                line["column"] = one.column;
            }
            if (!one.row.empty()) {
                line["ref"] = one.row;
            }
            context.print(line);
        }
    };
    print("problem", findings.problems());
    print("remark", findings.remarks());
}

}  // namespace

void tell(Context& context, const Findings& findings) {
    const Lang lang = context.lang();
    const auto tell_some = [&](const auto& found, std::size_t all) {
        const std::size_t shown = std::min(found.size(), said_most);
        for (std::size_t i = 0; i < shown; ++i) {
            context.notice(sentence_for(found[i], lang));
        }
        if (all > shown) {
            context.notice(say(lang, and_more, {std::to_string(all - shown)}));
        }
    };
    tell_some(findings.problems(), findings.problem_count());
    tell_some(findings.remarks(), findings.remark_count());
    print_findings(context, findings);
}

int refuse_import(Context& context, const Findings& findings) {
    tell(context, findings);
    return context.refuse(nothing_imported);
}

}  // namespace ayni::shell
