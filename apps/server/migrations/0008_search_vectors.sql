CREATE TABLE "search_vectors" (
	"model" text NOT NULL,
	"id" uuid NOT NULL,
	"scope" text NOT NULL,
	"vector" vector(384) NOT NULL,
	CONSTRAINT "search_vectors_model_id_pk" PRIMARY KEY("model","id")
);
--> statement-breakpoint
CREATE INDEX "search_vectors_near" ON "search_vectors" USING hnsw ("vector" vector_cosine_ops);