#include "tests/tidy/schema_page.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>
#include <vector>

#include "engine/model/schema.hpp"

namespace ayni::tidy {
namespace {

constexpr std::array scopes{ScopeKind::programme, ScopeKind::cohort, ScopeKind::plan, ScopeKind::talk,
                            ScopeKind::line,      ScopeKind::own,    ScopeKind::desk};

constexpr std::array<std::pair<Who, std::string_view>, 8> standings{{{Who::coordinator, "coordinator"},
                                                                     {Who::owner, "owner"},
                                                                     {Who::paired, "paired"},
                                                                     {Who::pair, "pair"},
                                                                     {Who::member, "member"},
                                                                     {Who::self, "self"},
                                                                     {Who::leader, "leader"},
                                                                     {Who::hub, "hub"}}};

void append(std::string& list, std::string_view item, std::string_view between) {
    if (!list.empty()) {
        list += between;
    }
    list += item;
}

std::string names_of(Who who) {
    std::string names;
    for (const auto& [bit, name] : standings) {
        if (any(who, bit)) {
            append(names, name, ", ");
        }
    }
    return names;
}

std::string text_of(const Writers& writers) {
    std::string who = names_of(writers.any);
    if (writers.own != Who::nobody) {
        append(who, names_of(writers.own) + " (her own)", ", ");
    }
    if (writers.proposes != Who::nobody) {
        append(who, names_of(writers.proposes) + " (proposals)", ", ");
    }
    return std::string(name_of(writers.scope)) + ": " + who;
}

std::string text_of(const FieldDef& field) {
    std::string text = std::to_string(field.number) + " **" + std::string(field.name) + "**";
    if (!field.companion.empty()) {
        text += " with **" + std::string(field.companion) + "**";
    }
    text += " " + std::string(name_of(field.type));
    if (field.rule != Rule::pick) {
        text += ", *" + std::string(name_of(field.rule)) + "*";
    }
    if (field.searched != Searched::no) {
        text += field.searched == Searched::called ? ", searched first" : ", searched";
    }
    if (field.also != Who::nobody) {
        text += ", " + names_of(field.also) + " too";
    }
    if (!field.codes.empty()) {
        std::string codes(field.codes);
        std::ranges::replace(codes, '|', ' ');
        text += " (" + codes + ")";
    }
    return text;
}

std::string fields_of(const KindDef& kind, bool universal) {
    std::string text;
    for (const FieldDef& field : kind.fields) {
        if ((field.number < field::first_own) == universal) {
            append(text, text_of(field), " · ");
        }
    }
    return text;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::istringstream in{std::string(text)};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

}  // namespace

std::string schema_as_markdown() {
    std::string page = "Schema version " + std::to_string(schema_version) + ". Scopes and their numbers: ";
    std::string named;
    for (const ScopeKind scope : scopes) {
        append(named, std::string(name_of(scope)) + " " + std::to_string(static_cast<int>(scope)), ", ");
    }
    page += named + ".\n\n| no | kind | who writes, by scope | rows on the hub |\n| --- | --- | --- | --- |\n";
    for (const KindDef& kind : kinds()) {
        std::string writers;
        for (const Writers& row : kind.writers) {
            append(writers, text_of(row), " · ");
        }
        page += "| " + std::to_string(kind.number) + " | " + std::string(kind.name) + " | " + writers + " | " +
                (kind.hub_projects ? "yes" : "") + " |\n";
    }
    page += "\n| kind | fields: number, name, type, *merge rule* unless pick, (codes) |\n| --- | --- |\n";
    page += "| every kind | " + fields_of(kinds().front(), true) + " |\n";
    for (const KindDef& kind : kinds()) {
        page += "| " + std::string(kind.name) + " | " + fields_of(kind, false) + " |\n";
    }
    return page;
}

Result<std::string> with_schema(std::string_view page) {
    const std::size_t begin = page.find(schema_begins);
    const std::size_t end = page.find(schema_ends);
    if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) {
        return {Fault::invalid, "the marks of the schema's tables are not there"};
    }
    std::string whole(page.substr(0, begin + schema_begins.size()));
    whole += "\n" + schema_as_markdown() + "\n";
    whole += page.substr(end);
    return whole;
}

std::string difference(std::string_view page, std::string_view wanted) {
    const std::vector<std::string> have = lines_of(page);
    const std::vector<std::string> want = lines_of(wanted);
    std::string text;
    const auto only_in = [&text](const auto& lines, const auto& others, std::string_view mark) {
        for (const std::string& line : lines) {
            if (std::ranges::find(others, line) == others.end()) {
                text += std::string(mark) + line + "\n";
            }
        }
    };
    only_in(have, want, "- ");
    only_in(want, have, "+ ");
    if (text.empty() && page != wanted) {
        text = "the same lines in another order\n";
    }
    return text;
}

}  // namespace ayni::tidy
