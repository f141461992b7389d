// Watches what a program does to the files under one folder, so that a test can cut the power:
// preloaded, it writes every change, with its bytes, to a journal outside the folder, and every
// sync with what it covers. What a disk would have kept is then computed from the journal
// (disk.py). Changes nothing that the program sees.
//
//   LD_PRELOAD=powercut.so POWERCUT_FOLDER=/a/folder POWERCUT_JOURNAL=/a/file program
//
// A record: type (1 byte), inode, number (8 bytes each), sizes of two texts (4 bytes each),
// little-endian; the texts.
//   C path created   M folder made   U path removed   R path renamed to the second text   L second
//   name of a file W bytes written at the number   T cut or grown to the number S file, D folder
//   (by its path) synced: all records that begin before the journal's byte of that number
//
// Not watched: writes through mapped memory (SQLite maps its -shm only, which need not survive),
// copy_file_range.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;  // a change and its record are one step
static char folder[PATH_MAX];
static size_t folder_size;
static int journal = -1;

__attribute__((constructor)) static void start(void) {
  const char* where = getenv("POWERCUT_FOLDER");
  const char* to = getenv("POWERCUT_JOURNAL");
  if (where == NULL || to == NULL || realpath(where, folder) == NULL) return;
  folder_size = strlen(folder);
  journal = REAL(open)(to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static int inside(const char* path) {
  return journal >= 0 && strncmp(path, folder, folder_size) == 0 &&
         (path[folder_size] == '/' || path[folder_size] == '\0');
}

/* The absolute path of a name, its folder resolved, whether or not it exists; 0 when it is none of
 * ours. */
static int locate(const char* name, char* out) {
  if (journal < 0) return 0;
  const char* last = strrchr(name, '/');
  char parent[PATH_MAX] = ".";
  if (last != NULL)
    snprintf(parent, sizeof parent, "%.*s", (int)(last == name ? 1 : last - name), name);
  char whole[PATH_MAX];
  if (realpath(parent, whole) == NULL) return 0;
  const int size = snprintf(out, PATH_MAX, "%s/%s", whole, last == NULL ? name : last + 1);
  return size < PATH_MAX && inside(out);
}

static int locate_handle(int handle, char* out) {
  if (journal < 0 || handle == journal) return 0;
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
  const ssize_t size = readlink(link, out, PATH_MAX - 1);
  if (size <= 0) return 0;
  out[size] = '\0';
  return inside(out);
}

static uint64_t inode_of(int handle) {
  struct stat found;
  return fstat(handle, &found) == 0 ? found.st_ino : 0;
}

static uint64_t inode_at(const char* path) {
  struct stat found;
  return lstat(path, &found) == 0 ? found.st_ino : 0;
}

static uint64_t journal_size(void) {
  struct stat found;
  return fstat(journal, &found) == 0 ? (uint64_t)found.st_size : 0;
}

static void record(char type, uint64_t inode, uint64_t number, const void* first, size_t first_size,
                   const char* second) {
  const uint32_t sizes[2] = {(uint32_t)first_size, (uint32_t)(second ? strlen(second) : 0)};
  struct iovec parts[6] = {{&type, 1},
                           {&inode, 8},
                           {&number, 8},
                           {(void*)sizes, 8},
                           {(void*)first, sizes[0]},
                           {(void*)second, sizes[1]}};
  size_t whole = 0;
  for (int i = 0; i < 6; i++) whole += parts[i].iov_len;
  if (REAL(writev)(journal, parts, 6) != (ssize_t)whole) {
    static const char why[] = "powercut: the journal cannot be written\n";
    (void)!REAL(write)(2, why, sizeof why - 1);
    abort();
  }
}

static int open_watched(const char* name, int flags, mode_t mode) {
  char path[PATH_MAX];
  if ((flags & (O_CREAT | O_TRUNC)) == 0 || !locate(name, path))
    return REAL(open)(name, flags, mode);
  pthread_mutex_lock(&turn);
  const int there = inode_at(path) != 0;
  const int handle = REAL(open)(name, flags, mode);
  if (handle >= 0 && !there) record('C', inode_of(handle), 0, path, strlen(path), NULL);
  if (handle >= 0 && there && (flags & O_TRUNC)) record('T', inode_of(handle), 0, NULL, 0, NULL);
  pthread_mutex_unlock(&turn);
  return handle;
}

#define MODE_OF(flags)                   \
  mode_t mode = 0;                       \
  if ((flags) & (O_CREAT | O_TMPFILE)) { \
    va_list more;                        \
    va_start(more, flags);               \
    mode = va_arg(more, mode_t);         \
    va_end(more);                        \
  }

int open(const char* name, int flags, ...) {
  MODE_OF(flags)
  return open_watched(name, flags, mode);
}
int open64(const char* name, int flags, ...) {
  MODE_OF(flags)
  return open_watched(name, flags | O_LARGEFILE, mode);
}
int openat(int at, const char* name, int flags, ...) {
  MODE_OF(flags)
  if (at == AT_FDCWD || name[0] == '/') return open_watched(name, flags, mode);
  return REAL(openat)(at, name, flags, mode);
}
int openat64(int at, const char* name, int flags, ...) {
  MODE_OF(flags)
  if (at == AT_FDCWD || name[0] == '/') return open_watched(name, flags | O_LARGEFILE, mode);
  return REAL(openat64)(at, name, flags, mode);
}

/* `parts` were written to the handle by `call`, at `offset` or, when that is negative, where the
 * handle stood. */
#define WRITE_WATCHED(call, parts, count, offset)                                 \
  char path[PATH_MAX];                                                            \
  if (!locate_handle(handle, path)) return call;                                  \
  pthread_mutex_lock(&turn);                                                      \
  const ssize_t written = call;                                                   \
  const int error = errno;                                                        \
  if (written > 0) record_written(handle, parts, count, offset, (size_t)written); \
  pthread_mutex_unlock(&turn);                                                    \
  errno = error;                                                                  \
  return written;

static void record_written(int handle, const struct iovec* parts, int count, off_t offset,
                           size_t size) {
  uint64_t at = offset >= 0 ? (uint64_t)offset : (uint64_t)lseek(handle, 0, SEEK_CUR) - size;
  const uint64_t inode = inode_of(handle);
  for (int i = 0; i < count && size > 0; i++) {
    const size_t piece = parts[i].iov_len < size ? parts[i].iov_len : size;
    record('W', inode, at, parts[i].iov_base, piece, NULL);
    at += piece;
    size -= piece;
  }
}

ssize_t write(int handle, const void* bytes, size_t size) {
  const struct iovec part = {(void*)bytes, size};
  WRITE_WATCHED(REAL(write)(handle, bytes, size), &part, 1, -1)
}
ssize_t pwrite(int handle, const void* bytes, size_t size, off_t offset) {
  const struct iovec part = {(void*)bytes, size};
  WRITE_WATCHED(REAL(pwrite)(handle, bytes, size, offset), &part, 1, offset)
}
ssize_t pwrite64(int handle, const void* bytes, size_t size, off64_t offset) {
  return pwrite(handle, bytes, size, offset);
}
ssize_t writev(int handle, const struct iovec* parts, int count){
    WRITE_WATCHED(REAL(writev)(handle, parts, count), parts, count, -1)} ssize_t
    pwritev(int handle, const struct iovec* parts, int count, off_t offset){
        WRITE_WATCHED(REAL(pwritev)(handle, parts, count, offset), parts, count, offset)} ssize_t
    pwritev64(int handle, const struct iovec* parts, int count, off64_t offset) {
  return pwritev(handle, parts, count, offset);
}

int ftruncate(int handle, off_t size) {
  char path[PATH_MAX];
  if (!locate_handle(handle, path)) return REAL(ftruncate)(handle, size);
  pthread_mutex_lock(&turn);
  const int failed = REAL(ftruncate)(handle, size);
  if (!failed) record('T', inode_of(handle), (uint64_t)size, NULL, 0, NULL);
  pthread_mutex_unlock(&turn);
  return failed;
}
int ftruncate64(int handle, off64_t size) { return ftruncate(handle, size); }

/* A sync covers what was written before it began, not what other threads write meanwhile. */
static int sync_watched(int handle, int (*sync)(int)) {
  char path[PATH_MAX];
  if (!locate_handle(handle, path)) return sync(handle);
  pthread_mutex_lock(&turn);
  const uint64_t before = journal_size();
  pthread_mutex_unlock(&turn);
  const int failed = sync(handle);
  struct stat found;
  if (!failed && fstat(handle, &found) == 0) {
    const int is_folder = S_ISDIR(found.st_mode);
    pthread_mutex_lock(&turn);
    record(is_folder ? 'D' : 'S', found.st_ino, before, path, is_folder ? strlen(path) : 0, NULL);
    pthread_mutex_unlock(&turn);
  }
  return failed;
}
int fsync(int handle) { return sync_watched(handle, REAL(fsync)); }
int fdatasync(int handle) { return sync_watched(handle, REAL(fdatasync)); }

int rename(const char* from, const char* to) {
  char old[PATH_MAX], fresh[PATH_MAX];
  if (!locate(from, old) || !locate(to, fresh)) return REAL(rename)(from, to);
  pthread_mutex_lock(&turn);
  const uint64_t inode = inode_at(old);
  const int failed = REAL(rename)(from, to);
  if (!failed) record('R', inode, 0, old, strlen(old), fresh);
  pthread_mutex_unlock(&turn);
  return failed;
}
int link(const char* from, const char* to) {
  char old[PATH_MAX], fresh[PATH_MAX];
  if (!locate(from, old) || !locate(to, fresh)) return REAL(link)(from, to);
  pthread_mutex_lock(&turn);
  const int failed = REAL(link)(from, to);
  if (!failed) record('L', inode_at(fresh), 0, old, strlen(old), fresh);
  pthread_mutex_unlock(&turn);
  return failed;
}
int unlink(const char* name) {
  char path[PATH_MAX];
  if (!locate(name, path)) return REAL(unlink)(name);
  pthread_mutex_lock(&turn);
  const uint64_t inode = inode_at(path);
  const int failed = REAL(unlink)(name);
  if (!failed) record('U', inode, 0, path, strlen(path), NULL);
  pthread_mutex_unlock(&turn);
  return failed;
}
int mkdir(const char* name, mode_t mode) {
  char path[PATH_MAX];
  if (!locate(name, path)) return REAL(mkdir)(name, mode);
  pthread_mutex_lock(&turn);
  const int failed = REAL(mkdir)(name, mode);
  if (!failed) record('M', inode_at(path), 0, path, strlen(path), NULL);
  pthread_mutex_unlock(&turn);
  return failed;
}
