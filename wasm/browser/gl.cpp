#include "wasm/browser/gl.h"

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <algorithm>
#include <cstddef>

namespace motcua::browser {

namespace {

// `scale` is the same for all: as a constant attribute its place is chosen here, while a uniform's
// would have to be asked for, and the answer waits until the program is linked.
constexpr GLuint kScale = 3;

constexpr const char* kVertex = R"(#version 300 es
in vec2 at; in vec2 uv; in vec4 colour; in vec2 scale;
out vec2 tex; out vec4 tint;
void main() {
  tex = uv; tint = colour;
  gl_Position = vec4(at.x * scale.x - 1.0, 1.0 - at.y * scale.y, 0, 1);
})";

// The atlas has one channel: how much of a pixel is covered.
constexpr const char* kFragment = R"(#version 300 es
precision mediump float;
uniform sampler2D atlas;
in vec2 tex; in vec4 tint;
out vec4 colour;
void main() { colour = vec4(tint.rgb, tint.a * texture(atlas, tex).r); })";

GLuint compile(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

void attribute(GLuint index, GLint count, GLenum type, GLboolean normal, std::size_t offset) {
  glEnableVertexAttribArray(index);
  glVertexAttribPointer(index, count, type, normal, sizeof(ImDrawVert),
                        reinterpret_cast<const void*>(offset));
}

}  // namespace

bool Gl::start() {
  if (!context_) {
    EmscriptenWebGLContextAttributes wanted;
    emscripten_webgl_init_context_attributes(&wanted);
    wanted.majorVersion = 2;
    wanted.alpha = wanted.depth = wanted.stencil = wanted.antialias = false;
    wanted.enableExtensionsByDefault = false;  // saves 46 ms
    context_ = static_cast<int>(emscripten_webgl_create_context("#paint", &wanted));
  }
  if (context_ <= 0) {
    context_ = 0;
    return false;
  }
  emscripten_webgl_make_context_current(context_);
  program_ = glCreateProgram();
  glAttachShader(program_, compile(GL_VERTEX_SHADER, kVertex));
  glAttachShader(program_, compile(GL_FRAGMENT_SHADER, kFragment));
  glBindAttribLocation(program_, 0, "at");
  glBindAttribLocation(program_, 1, "uv");
  glBindAttribLocation(program_, 2, "colour");
  glBindAttribLocation(program_, kScale, "scale");
  glLinkProgram(program_);
  glGenVertexArrays(1, &array_);
  glGenBuffers(1, &vertices_);
  glGenBuffers(1, &indices_);
  glBindVertexArray(array_);
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  attribute(0, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, pos));
  attribute(1, 2, GL_FLOAT, GL_FALSE, offsetof(ImDrawVert, uv));
  attribute(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, offsetof(ImDrawVert, col));
  glUseProgram(program_);
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glEnable(GL_SCISSOR_TEST);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &limit_);
  return true;
}

void Gl::stop(ImFontAtlas& atlas) {
  program_ = array_ = vertices_ = indices_ = 0;
  limit_ = 0;
  for (ImTextureData* texture : atlas.TexList) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_WantCreate);  // its pixels are still there
  }
}

void Gl::update(ImTextureData& texture) {
  const auto name = [&] { return static_cast<GLuint>(texture.GetTexID()); };
  if (texture.Status == ImTextureStatus_WantCreate) {
    GLuint made = 0;
    glGenTextures(1, &made);
    glBindTexture(GL_TEXTURE_2D, made);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED,
                 GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(made);
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantUpdates) {
    const ImTextureRect& r = texture.UpdateRect;
    patch_.resize(std::size_t(r.w) * r.h);
    for (int y = 0; y < r.h; ++y) {
      const auto* row = static_cast<const std::uint8_t*>(texture.GetPixelsAt(r.x, r.y + y));
      std::copy(row, row + r.w, patch_.begin() + std::ptrdiff_t(y) * r.w);
    }
    glBindTexture(GL_TEXTURE_2D, name());
    glTexSubImage2D(GL_TEXTURE_2D, 0, r.x, r.y, r.w, r.h, GL_RED, GL_UNSIGNED_BYTE, patch_.data());
    texture.SetStatus(ImTextureStatus_OK);
  } else if (texture.Status == ImTextureStatus_WantDestroy && texture.UnusedFrames > 0) {
    const GLuint old = name();
    glDeleteTextures(1, &old);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }
}

void Gl::draw(const ImDrawList& list, ImFontAtlas& atlas, int width, int height,
              std::uint32_t background) {
  if (!running() || width <= 0 || height <= 0) return;
  for (ImTextureData* texture : atlas.TexList) {
    if (texture->Status != ImTextureStatus_OK) update(*texture);
  }
  glViewport(0, 0, width, height);
  glScissor(0, 0, width, height);
  glClearColor(float((background >> 16) & 255) / 255, float((background >> 8) & 255) / 255,
               float(background & 255) / 255, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glVertexAttrib2f(kScale, 2.f / float(width), 2.f / float(height));
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
               GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    const int x = std::max(0, int(command.ClipRect.x)), y = std::max(0, int(command.ClipRect.y));
    const int right = std::min(width, int(command.ClipRect.z));
    const int low = std::min(height, int(command.ClipRect.w));
    if (!command.ElemCount || right <= x || low <= y) continue;
    glScissor(x, height - low, right - x, low - y);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
    glDrawElements(
        GL_TRIANGLES, int(command.ElemCount), GL_UNSIGNED_INT,
        reinterpret_cast<const void*>(std::size_t(command.IdxOffset) * sizeof(ImDrawIdx)));
  }
}

}  // namespace motcua::browser
