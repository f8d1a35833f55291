#pragma once
// A photo, a voice, a paper put to what was written.

#include <filesystem>
#include <string>

#include "engine/programme/deed.hpp"

namespace ayni::programme {

struct NewAttachment {
    RecordId about;
    std::filesystem::path file;
    std::string mime = {};  // what it is said to be; empty: whatever it is
    std::string caption = {};
    std::string lang = {};     // of what is said in it
    std::int64_t seconds = 0;  // how long it is to listen to; 0: nothing to listen to, or unknown
};

/// Keeps the file's content, then writes the record that names it, where what it is about lies.
/// not_found: what it is about (detail "about") or the file ("file") isn't here. invalid: of a kind that isn't taken,
/// or not what it is said to be ("mime"); about an attachment ("about"). not_allowed, too_large, storage_full: before
/// anything was copied. Otherwise as Attachments::put and Store::write; whatever fails, nothing is written.
Result<Deed> attach(Store& store, const NewAttachment& wanted);

}  // namespace ayni::programme
