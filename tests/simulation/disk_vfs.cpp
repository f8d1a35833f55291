// What SQLite asks of a file system, answered by the disk of the world.

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <string>

#include "tests/simulation/disk.hpp"

namespace ayni::simulation {
namespace {

struct Opened {
    sqlite3_file base;  // first: SQLite knows only this
    std::shared_ptr<Disk::File>* file;
    std::string* name;
    bool is_temporary;
    int level;                    // of its lock of the file
    std::array<int, 8>* has_got;  // of the index's locks: 1 shares it, -1 has it alone
};

Opened& opened(sqlite3_file* file) {
    return *reinterpret_cast<Opened*>(file);
}
Disk::File& content(sqlite3_file* file) {
    return **opened(file).file;
}

// SQLITE_OK: it may be done.
int comes_to(sqlite3_file* file, int failure) {
    if (opened(file).is_temporary) {
        return SQLITE_OK;
    }
    switch (Disk::the().comes_to(*opened(file).name)) {
        case Trouble::none: return SQLITE_OK;
        case Trouble::full: return SQLITE_FULL;
        default: return failure;
    }
}

int close(sqlite3_file* file) {
    Opened& it = opened(file);
    if (it.is_temporary) {
        Disk::the().remove(*it.name);
    }
    constexpr long disk_and_this = 2;
    if (it.file->use_count() <= disk_and_this) {
        content(file).shared.clear();
    }
    delete it.file;
    delete it.name;
    delete it.has_got;
    it.base.pMethods = nullptr;
    return SQLITE_OK;
}

int read(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
    const std::string& bytes = content(file).now;
    const std::size_t from = std::min(static_cast<std::size_t>(offset), bytes.size());
    const std::size_t count = std::min(static_cast<std::size_t>(amount), bytes.size() - from);
    std::memcpy(into, bytes.data() + from, count);
    std::memset(static_cast<char*>(into) + count, 0, static_cast<std::size_t>(amount) - count);
    return count < static_cast<std::size_t>(amount) ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

void note(sqlite3_file* file, Disk::Write write) {
    Disk::File& it = content(file);
    Disk::put(it.now, write);
    it.since.push_back(std::move(write));
}

int write(sqlite3_file* file, const void* bytes, int amount, sqlite3_int64 offset) {
    const int outcome = comes_to(file, SQLITE_IOERR_WRITE);
    if (outcome != SQLITE_OK) {
        return outcome;
    }
    note(file, {static_cast<std::size_t>(offset),
                std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(amount)), false});
    return SQLITE_OK;
}

int truncate(sqlite3_file* file, sqlite3_int64 size) {
    const int outcome = comes_to(file, SQLITE_IOERR_TRUNCATE);
    if (outcome != SQLITE_OK) {
        return outcome;
    }
    note(file, {static_cast<std::size_t>(size), {}, true});
    return SQLITE_OK;
}

int flush(sqlite3_file* file, int /*flags*/) {
    const int outcome = comes_to(file, SQLITE_IOERR_FSYNC);
    if (outcome != SQLITE_OK) {
        return outcome == SQLITE_FULL ? SQLITE_OK : outcome;
    }
    Disk::File& it = content(file);
    for (const Disk::Write& write : it.since) {
        Disk::put(it.flushed, write);
    }
    it.since.clear();
    return SQLITE_OK;
}

int size_of(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(content(file).now.size());
    return SQLITE_OK;
}

// Connections of one process only, each with a WAL: they share the file, and only the last one has it alone.
int lock(sqlite3_file* file, int level) {
    Opened& it = opened(file);
    Disk::File& held = content(file);
    const int others = held.readers - (it.level != SQLITE_LOCK_NONE ? 1 : 0);
    if (level == SQLITE_LOCK_EXCLUSIVE && others > 0) {
        return SQLITE_BUSY;
    }
    held.readers += it.level == SQLITE_LOCK_NONE && level != SQLITE_LOCK_NONE ? 1 : 0;
    it.level = std::max(it.level, level);
    return SQLITE_OK;
}
int unlock(sqlite3_file* file, int level) {
    Opened& it = opened(file);
    content(file).readers -= it.level != SQLITE_LOCK_NONE && level == SQLITE_LOCK_NONE ? 1 : 0;
    it.level = std::min(it.level, level);
    return SQLITE_OK;
}
int is_reserved(sqlite3_file* /*file*/, int* reserved) {
    *reserved = 0;
    return SQLITE_OK;
}
int control(sqlite3_file* /*file*/, int /*operation*/, void* /*argument*/) {
    return SQLITE_NOTFOUND;
}
int sector_size(sqlite3_file* /*file*/) {
    return 512;
}
int qualities(sqlite3_file* /*file*/) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int shared_memory(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    auto& shared = content(file).shared;
    const auto wanted = static_cast<std::size_t>(region);
    while (extend != 0 && shared.size() <= wanted) {
        shared.push_back(std::make_unique<std::string>(static_cast<std::size_t>(size), '\0'));
    }
    *memory = shared.size() > wanted ? shared[wanted]->data() : nullptr;
    return SQLITE_OK;
}
int lock_shared(sqlite3_file* file, int from, int count, int flags) {
    auto& locks = content(file).locks;
    auto& has_got = *opened(file).has_got;
    const auto first = static_cast<std::size_t>(from);
    const auto end = first + static_cast<std::size_t>(count);
    const bool alone = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    const int wanted = (flags & SQLITE_SHM_UNLOCK) != 0 ? 0 : (alone ? -1 : 1);
    for (std::size_t i = first; i < end; ++i) {
        const int others = locks[i] - has_got[i];
        if (wanted != 0 && (alone ? others != 0 : others < 0)) {
            return SQLITE_BUSY;
        }
    }
    for (std::size_t i = first; i < end; ++i) {
        locks[i] += wanted - has_got[i];
        has_got[i] = wanted;
    }
    return SQLITE_OK;
}
void barrier(sqlite3_file* /*file*/) {}
int unmap(sqlite3_file* /*file*/, int /*deletes*/) {
    return SQLITE_OK;
}

const sqlite3_io_methods methods{2,           close,   read,        write,   truncate,    flush,     size_of,
                                 lock,        unlock,  is_reserved, control, sector_size, qualities, shared_memory,
                                 lock_shared, barrier, unmap,       nullptr, nullptr};

int open_file(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* given) {
    static std::size_t temporaries = 0;
    Opened& it = opened(file);
    it.base.pMethods = nullptr;
    it.is_temporary = name == nullptr || (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    const std::string called = name == nullptr ? "temporary/" + std::to_string(++temporaries) : std::string(name);
    if (!it.is_temporary && Disk::the().is_dead(called.substr(0, called.find('/')))) {
        return SQLITE_CANTOPEN;
    }
    auto content = Disk::the().open(called, (flags & SQLITE_OPEN_CREATE) != 0);
    if (content == nullptr) {
        return SQLITE_CANTOPEN;
    }
    it.file = new std::shared_ptr<Disk::File>(std::move(content));
    it.name = new std::string(called);
    it.level = SQLITE_LOCK_NONE;
    it.has_got = new std::array<int, 8>{};
    it.base.pMethods = &methods;
    if (given != nullptr) {
        *given = flags;
    }
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs* /*vfs*/, const char* name, int /*sync*/) {
    if (Disk::the().comes_to(name) != Trouble::none) {
        return SQLITE_IOERR_DELETE;
    }
    if (!Disk::the().exists(name)) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    Disk::the().remove(name);
    return SQLITE_OK;
}
int exists_file(sqlite3_vfs* /*vfs*/, const char* name, int /*flags*/, int* answer) {
    *answer = Disk::the().exists(name) ? 1 : 0;
    return SQLITE_OK;
}
int full_name(sqlite3_vfs* /*vfs*/, const char* name, int size, char* into) {
    sqlite3_snprintf(size, into, "%s", name);
    return SQLITE_OK;
}
int random_bytes(sqlite3_vfs* /*vfs*/, int size, char* into) {
    Disk::the().chance().fill(into, static_cast<std::size_t>(size));
    return size;
}
int sleep(sqlite3_vfs* /*vfs*/, int microseconds) {
    return microseconds;
}
int now(sqlite3_vfs* /*vfs*/, sqlite3_int64* milliseconds) {
    *milliseconds = 212'000'000'000'000;  // nothing of ours asks SQLite what time it is
    return SQLITE_OK;
}
int now_in_days(sqlite3_vfs* vfs, double* days) {
    sqlite3_int64 milliseconds = 0;
    now(vfs, &milliseconds);
    *days = static_cast<double>(milliseconds) / 86'400'000.0;
    return SQLITE_OK;
}
int last_error(sqlite3_vfs* /*vfs*/, int /*size*/, char* /*into*/) {
    return 0;
}

}  // namespace

Disk::Disk() {
    static sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = sizeof(Opened);
    vfs.mxPathname = 512;
    vfs.zName = "simulation";
    vfs.xOpen = open_file;
    vfs.xDelete = remove_file;
    vfs.xAccess = exists_file;
    vfs.xFullPathname = full_name;
    vfs.xRandomness = random_bytes;
    vfs.xSleep = sleep;
    vfs.xCurrentTime = now_in_days;
    vfs.xGetLastError = last_error;
    vfs.xCurrentTimeInt64 = now;
    sqlite3_vfs_register(&vfs, 1);
}

Disk& Disk::the() {
    static Disk disk;
    return disk;
}

}  // namespace ayni::simulation
